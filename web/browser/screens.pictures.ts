import { LANGUAGE } from './language';
import { test } from './kith';
import { picture } from './camera';
import * as places from './placewalks';
import * as walks from './walks';

test.use({ locale: LANGUAGE });

for (const [name, walk] of Object.entries({ ...walks, ...places })) {
  test(`pictures: ${name}`, async ({ serve, arrive, page }) => {
    await walk({ serve, arrive, page }, picture);
  });
}
