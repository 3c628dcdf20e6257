package za.lexohub.processes.papers;

import org.springframework.context.annotation.Configuration;

/** Where the processes of attachments and statements are put together. */
@Configuration(proxyBeanMethods = false)
public class PapersProcesses {}
