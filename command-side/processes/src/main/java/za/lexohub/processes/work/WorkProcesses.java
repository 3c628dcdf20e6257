package za.lexohub.processes.work;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where the processes of work logged on matters are put together. */
@Configuration(proxyBeanMethods = false)
@Import(MatterApprovalSaga.class)
public class WorkProcesses {}
