package za.lexohub.processes.clientmoney;

import org.springframework.context.annotation.Configuration;

/** Where the processes of retainers and trust money are put together. */
@Configuration(proxyBeanMethods = false)
public class ClientMoneyProcesses {}
