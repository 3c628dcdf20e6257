package za.lexohub.processes.access;

import org.springframework.context.annotation.Configuration;

/** Where the processes of an attorney's access are put together. */
@Configuration(proxyBeanMethods = false)
public class AccessProcesses {}
