import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Kith } from '../net/kith';
import { languageNow, lookNow, setLanguage, setLook } from './look';
import { Act, Choices, Fold, Screen } from './parts';
import { Notifications } from './notifications';
import { hrefOf } from './routes';
import { words } from './words';

/** The look, the language, this device; and leaving no trace on it. */
export function Settings({
  kith,
  back,
  changed,
  forget,
}: {
  kith: Kith;
  back: VNode;
  changed: () => void;
  forget: () => Promise<void>;
}) {
  const [look, setLookHere] = useState(lookNow);
  const [language, setLanguageHere] = useState(languageNow);
  return (
    <Screen title={words.settings.title}>
      <div class="stack airy">
        <div class="stack tight">
          {back}
          <h1>{words.settings.title}</h1>
        </div>
        <Choices
          legend={words.settings.look}
          options={words.settings.looks}
          chosen={[look]}
          several={false}
          onChange={([chosen]) => {
            setLook(chosen ?? look);
            setLookHere(chosen ?? look);
          }}
        />
        <Choices
          legend={words.settings.language}
          options={words.settings.languages}
          chosen={[language]}
          several={false}
          onChange={([chosen]) => {
            void setLanguage(chosen ?? language).then(() => {
              setLanguageHere(chosen ?? language);
              changed();
            });
          }}
        />
        <section class="stack tight">
          <h2>{words.settings.help}</h2>
          <p class="quiet">{words.settings.helpLead}</p>
          <div class="menu">
            <a href="/info.html">{words.frame.information}</a>
          </div>
        </section>
        <section class="stack tight">
          <h2>{words.settings.notifications}</h2>
          <p class="quiet">{words.settings.notificationsLead}</p>
          <Notifications kith={kith} />
        </section>
        <section class="stack tight">
          <h2>{words.settings.device}</h2>
          <p class="quiet">{words.settings.deviceLead}</p>
          <div class="menu">
            <a href={hrefOf({ name: 'devices' })}>{words.devices.title}</a>
            <Fold title={words.settings.forget}>
              <p>{words.settings.forgetLead}</p>
              <Act does={forget}>{words.settings.forgetYes}</Act>
            </Fold>
          </div>
        </section>
      </div>
    </Screen>
  );
}
