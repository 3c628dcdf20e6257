package za.lexohub.sessions;

import org.springframework.context.annotation.Configuration;

/** The sessions of those who ask over HTTP. */
@Configuration(proxyBeanMethods = false)
public class SessionsConfiguration {}
