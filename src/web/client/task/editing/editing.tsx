import { useRoute } from 'wouter';
import { useParameter } from '../../data/address/use-parameter.js';
import { personOf, useSession } from '../../data/session/session.js';
import { EDIT, NEW } from '../marks/edit-address.js';
import { EditTask } from './edit-task.js';
import { NewTask } from './new-task.js';
import { WaitingSaves } from './save/waiting-saves.js';

/** Over every page for editors: changes waiting to be sent, and the form named in the address. */
export default function Editing() {
  const session = useSession().data;
  const [taskId, putTask] = useParameter(EDIT);
  const [ref, putRef] = useParameter(NEW);
  const [, place] = useRoute('/cycles/:cycle/*?');
  const person = session ? personOf(session) : null;
  if (person === null) return null;
  return (
    <>
      <WaitingSaves person={person} />
      {taskId !== null && (
        <EditTask key={taskId} taskId={taskId} person={person} onClose={() => putTask(null)} />
      )}
      {taskId === null && ref !== null && place?.cycle !== undefined && (
        <NewTask
          key={ref}
          cycleId={decodeURIComponent(place.cycle)}
          refToGoOn={ref === '' ? null : ref}
          person={person}
          onClose={() => putRef(null)}
        />
      )}
    </>
  );
}
