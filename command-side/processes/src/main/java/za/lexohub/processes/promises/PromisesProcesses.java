package za.lexohub.processes.promises;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.processes.deadlines.PrescriptionSaga;
import za.lexohub.processes.deadlines.ReminderSaga;
import za.lexohub.processes.scope.ScopeSaga;

/** Where the processes of scope amendments, reminders and prescription are put together. */
@Configuration(proxyBeanMethods = false)
@Import({ReminderSaga.class, PrescriptionSaga.class, ScopeSaga.class})
public class PromisesProcesses {}
