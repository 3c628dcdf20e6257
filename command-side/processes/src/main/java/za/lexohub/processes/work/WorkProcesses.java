package za.lexohub.processes.work;

import org.springframework.context.annotation.Configuration;

/** Where the processes of work logged on matters are put together. */
@Configuration(proxyBeanMethods = false)
public class WorkProcesses {}
