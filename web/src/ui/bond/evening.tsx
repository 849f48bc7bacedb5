import { Evening } from '../evening';
import { Act, Fold } from '../parts';
import { usePlace } from '../place';
import { words } from '../words';
import { GoTo } from './more';
import { Vote } from './questions';

/** An evening of these two: at one table, or each on their own device. */
export function EveningOfBond() {
  const { deeds, bond, show } = usePlace();
  const { may } = bond.view;
  return (
    <Evening
      leave={() => show('table')}
      back={<GoTo part="table" look="back">{`‹ ${words.places.back}`}</GoTo>}
    >
      {may.endEvening === null ? (
        <div class="notice stack tight">
          <p>{words.evening.on}</p>
          <Act does={() => deeds.act(bond.local, { type: 'end-evening' })}>
            {words.evening.stop}
          </Act>
        </div>
      ) : null}
      {may.evening === null ? (
        <Fold title={words.evening.apart}>
          <Vote
            said={{ lead: words.evening.apartLead, yes: words.evening.apartYes }}
            matter={{ on: 'evening' }}
          />
        </Fold>
      ) : null}
    </Evening>
  );
}
