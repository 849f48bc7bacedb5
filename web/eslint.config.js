import js from '@eslint/js';
import tseslint from 'typescript-eslint';

// Which folder of src/ may import which other folders: the same arrows as in Java.
const arrows = {
  core: [],
  wire: [],
  crypto: ['core', 'wire'],
  net: ['core', 'wire', 'crypto'],
  ui: ['core', 'wire', 'crypto', 'net'],
};

const arrowRules = Object.entries(arrows).map(([folder, allowed]) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: Object.keys(arrows)
          .filter((other) => other !== folder && !allowed.includes(other))
          .map((other) => ({
            group: [`**/${other}/**`, `../${other}/*`],
            message: `src/${folder} may not know src/${other} (docs/architecture.md).`,
          })),
      },
    ],
  },
}));

// Names of things that turn text into code or markup; Kith never does.
const forbiddenSinks = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'srcdoc',
].map((name) => ({
  selector: `:matches(MemberExpression[property.name='${name}'], JSXAttribute[name.name='${name}'])`,
  message: `${name} turns text into markup; words of people are only ever text.`,
}));

export default tseslint.config(
  { ignores: ['target', 'node_modules', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'install.mjs'] },
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': ['error', ...forbiddenSinks],
      'max-lines': ['error', 400],
      'max-params': ['error', 5],
      'no-console': 'error',
    },
  },
  { files: ['eslint.config.js', 'install.mjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['test/**', 'browser/**', 'install.mjs'], rules: { 'no-console': 'off' } },
  {
    files: ['install.mjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly' } },
  },
  ...arrowRules,
);
