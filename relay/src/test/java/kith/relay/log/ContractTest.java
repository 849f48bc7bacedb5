package kith.relay.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// The contract itself is tested: it must not pass on a store that does nothing.
final class ContractTest {
  /// Tests that the contract has at least, so that an empty contract does not pass here.
  private static final int AT_LEAST = 35;

  @Test
  void every_test_of_the_contract_fails_on_a_store_that_does_nothing() {
    List<String> passed = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(NothingContract.class))
            .build();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                  boolean ok = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
                  (ok ? passed : failed).add(test.getDisplayName());
                }
              }
            });
    assertThat(passed).isEmpty();
    assertThat(failed).hasSizeGreaterThan(AT_LEAST);
  }
}
