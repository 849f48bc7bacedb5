package kith.lab.experiment;

import kith.lab.dyad.Parameter;
import kith.lab.dyad.Settings;
import kith.lab.pattern.Patterns;

final class Scratch {
  public static void main(String[] a) {
    Settings s = a[0].equals("prior") ? Settings.priors() : Settings.fitted();
    if (a[0].equals("fit")) {
      s = new Fit(Workers.all(), System.out::println).run();
      System.out.println("parameter,value");
      for (Parameter p : Fit.FREE) System.out.printf("%s,%.4f%n", p, s.of(p));
    }
    var list = a.length > 1 && a[1].equals("all") ? Patterns.all() : Patterns.fitted();
    long t = System.nanoTime();
    for (var f :
        new Reproduce(s, 1, Integer.parseInt(a[2]), 10).run(list, Workers.all(), d -> {})) {
      System.out.println(f.pattern().id() + " " + f.pattern().role() + " " + f.passes());
      for (int i = 0; i < f.parts().size(); i++)
        System.out.printf(
            "    %-50s %.3f [%.3f %.3f] target %.2f..%.2f%n",
            f.pattern().parts().get(i).name(),
            f.parts().get(i).value(),
            f.parts().get(i).low(),
            f.parts().get(i).high(),
            f.pattern().parts().get(i).least(),
            f.pattern().parts().get(i).most());
    }
    System.out.println((System.nanoTime() - t) / 1e9 + " s");
  }
}
