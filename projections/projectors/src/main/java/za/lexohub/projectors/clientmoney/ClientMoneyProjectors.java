package za.lexohub.projectors.clientmoney;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.projectors.practice.PracticeProjector;
import za.lexohub.projectors.retainer.RetainerProjector;
import za.lexohub.projectors.trust.TrustAccountProjector;

/** Where the projectors of the practice, of retainers and trust money are put together. */
@Configuration(proxyBeanMethods = false)
@Import({PracticeProjector.class, RetainerProjector.class, TrustAccountProjector.class})
public class ClientMoneyProjectors {}
