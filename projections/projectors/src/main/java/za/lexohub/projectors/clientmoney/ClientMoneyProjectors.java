package za.lexohub.projectors.clientmoney;

import org.springframework.context.annotation.Configuration;

/** Where the projectors of retainers and trust money are put together. */
@Configuration(proxyBeanMethods = false)
public class ClientMoneyProjectors {}
