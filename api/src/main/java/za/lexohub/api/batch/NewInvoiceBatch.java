package za.lexohub.api.batch;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be invoiced: 1 to 500 in all.
 *
 * @param proFormaIds accepted ones that wait for an invoice anew
 * @param matterIds whose whole unbilled work is billed, as interim invoices
 */
@Schema(
    name = "NewInvoiceBatch",
    example =
        """
        {"matterIds": ["6f1c2d1e-7c1f-4c0e-9d5e-0b9f5f3f8a11"]}
        """)
record NewInvoiceBatch(
    @Nullable @Size(max = 500) List<@NotNull(message = "must be given") UUID> proFormaIds,
    @Nullable @Size(max = 500) List<@NotNull(message = "must be given") UUID> matterIds) {}
