package za.lexohub.processes.claims;

import org.springframework.context.annotation.Configuration;

/** Where the processes of credit notes, disputes and receipts are put together. */
@Configuration(proxyBeanMethods = false)
public class MoneyProcesses {}
