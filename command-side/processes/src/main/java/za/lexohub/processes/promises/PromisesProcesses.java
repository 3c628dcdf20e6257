package za.lexohub.processes.promises;

import org.springframework.context.annotation.Configuration;

/** Where the processes of agreements, scope amendments and reminders are put together. */
@Configuration(proxyBeanMethods = false)
public class PromisesProcesses {}
