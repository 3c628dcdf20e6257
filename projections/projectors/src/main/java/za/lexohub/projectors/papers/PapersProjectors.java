package za.lexohub.projectors.papers;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where the projectors of attachments and statements are put together. */
@Configuration(proxyBeanMethods = false)
@Import(PapersProjector.class)
public class PapersProjectors {}
