package za.lexohub.processes.clientmoney;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where the processes of retainers and trust money are put together. */
@Configuration(proxyBeanMethods = false)
@Import(RetainerTermSaga.class)
public class ClientMoneyProcesses {}
