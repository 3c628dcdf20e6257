package za.lexohub.readmodels.clientmoney;

import org.springframework.context.annotation.Configuration;

/** Where the stores of retainers and trust money are put together. */
@Configuration(proxyBeanMethods = false)
public class ClientMoneyReadModels {}
