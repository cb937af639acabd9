import { Heading, List } from '@digdir/designsystemet-react';
import type { Unit } from '../../../../../units/unit.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { NamedValues } from '../../../ui/list/named-values.js';
import { Section } from '../../../ui/page/section.js';
import type { Settings } from './settings.js';

interface InstallationProps {
  readonly settings: Settings;
  readonly units: readonly Unit[];
}

/** How the service is set up, read-only: those who run it change it. */
export function Installation({ settings, units }: InstallationProps) {
  const { t } = useTexts();
  const { version, baseUrl, database, mail, provider, automation, proxies, frameAncestors } = settings;
  const yesNo = (isSo: boolean) => t(isSo ? 'work.settings.yes' : 'work.settings.no');
  const ways = [
    ...(mail ? [t('work.settings.by-mail')] : []),
    ...(provider ? [provider.name] : []),
    t('work.settings.by-link'),
  ];
  return (
    <Section
      look="settings"
      title={t('work.settings.installation')}
      lead={t('work.settings.installation-lead')}
    >
      <NamedValues
        values={[
          [t('work.settings.version'), version],
          [t('work.settings.address'), baseUrl],
          [t('work.settings.database'), t(`work.settings.${database}`)],
          [t('work.settings.sign-in'), ways.join(', ')],
          [t('work.settings.automation'), yesNo(automation)],
          [t('work.settings.bounces'), mail?.bounces ?? mail?.from ?? t('work.settings.none')],
          [t('work.settings.unsubscribe'), mail?.unsubscribe ?? t('work.settings.none')],
          [t('work.settings.frames'), frameAncestors.join(', ') || t('work.settings.none')],
          [t('work.settings.proxies'), proxies],
          ...(provider
            ? ([
                [t('work.settings.issuer'), provider.issuer],
                [t('work.settings.trusts-email'), yesNo(provider.trustsEmail)],
              ] as const)
            : []),
        ]}
      />
      {provider && provider.rules.length > 0 && (
        <>
          <Heading level={3} data-size="2xs">
            {t('work.settings.rules')}
          </Heading>
          <List.Unordered>
            {provider.rules.map(({ conditions, unit, role }) => {
              const claims = conditions.map(({ claim, value }) => `${claim} = ${value}`).join(' + ');
              return (
                <List.Item key={`${claims} ${unit}`}>
                  {t('work.settings.rule', {
                    claims,
                    role: t(`work.people.role.${role}`),
                    unit: units.find(({ id }) => id === unit)?.name ?? unit,
                  })}
                </List.Item>
              );
            })}
          </List.Unordered>
        </>
      )}
    </Section>
  );
}
