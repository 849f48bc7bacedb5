package kith.lab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kith.lab.figures.Interval;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.jfree.svg.SVGGraphics2D;

/// A plot of values with intervals. Colours are Okabe and Ito's, which the colour-blind tell apart.
public final class Plot {
  private static final int WIDTH = 900;
  private static final int ROW = 26;
  private static final int FRAME = 150;
  private static final int CURVES_HEIGHT = 560;
  private static final double DOT = 8;

  /// Of the width, from one curve to the next.
  private static final double BESIDE = 0.006;

  /// Twice the dots, sharp in print.
  private static final int SCALE = 2;

  private static final BasicStroke BROKEN =
      new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {5, 4}, 0);
  private static final Color INK = new Color(0x22, 0x22, 0x22);
  private static final Color RULE = new Color(0xdd, 0xdd, 0xdd);
  private static final Color SHADE = new Color(0xf0, 0xf0, 0xf0);
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x00, 0x72, 0xb2),
          new Color(0xd5, 0x5e, 0x00),
          new Color(0x00, 0x9e, 0x73),
          new Color(0xcc, 0x79, 0xa7),
          new Color(0xe6, 0x9f, 0x00));

  /// Series differ in shape too, for prints without colour.
  private static final List<Shape> SHAPES =
      List.of(
          new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT),
          new Rectangle2D.Double(-DOT / 2, -DOT / 2, DOT, DOT),
          ShapeUtils.createUpTriangle((float) DOT / 2),
          ShapeUtils.createDiamond((float) DOT * 0.6f));

  private final JFreeChart chart;
  private final XYPlot plot;
  private final int height;

  private Plot(JFreeChart chart, XYPlot plot, int height) {
    this.chart = chart;
    this.plot = plot;
    this.height = height;
  }

  /// What the plot says.
  ///
  /// @param title one line
  /// @param caption what was simulated, with seed and numbers
  /// @param across the axis of values
  /// @param up the other axis
  public record Labels(String title, String caption, String across, String up) {}

  /// A value with its interval, under a name.
  ///
  /// @param group rows of one group have one colour
  public record Row(String name, int group, Interval interval) {}

  /// A curve.
  public record Curve(String name, List<Double> across, List<Interval> values) {}

  /// Rows from top to bottom, each a dot and its interval, and lines at `marks`.
  public static Plot rows(Labels labels, List<Row> rows, List<Double> marks, List<String> groups) {
    XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
    for (int group = 0; group < groups.size(); group++) {
      XYIntervalSeries series = new XYIntervalSeries(groups.get(group));
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i).group() == group) {
          Interval at = rows.get(i).interval();
          double place = rows.size() - 1 - i;
          series.add(at.value(), at.low(), at.high(), place, place, place);
        }
      }
      all.addSeries(series);
    }
    String[] names = new String[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      names[rows.size() - 1 - i] = rows.get(i).name();
    }
    SymbolAxis named = new SymbolAxis(labels.up(), names);
    named.setGridBandsVisible(false);
    XYErrorRenderer renderer = renderer(groups.size(), false);
    renderer.setDrawYError(false);
    XYPlot plot = new XYPlot(all, axis(labels.across()), named, renderer);
    for (double mark : marks) {
      plot.addDomainMarker(new ValueMarker(mark, INK, new BasicStroke(1)));
    }
    return new Plot(framed(plot, labels, groups.size() > 1), plot, FRAME + ROW * rows.size());
  }

  /// Shades every other block of so many rows, for what belongs together.
  public Plot blocks(int size, int rows) {
    double top = rows - 0.5;
    for (int first = 0; first < rows; first += 2 * size) {
      double below = Math.max(-0.5, top - first - size);
      plot.addRangeMarker(new IntervalMarker(below, top - first, SHADE), Layer.BACKGROUND);
    }
    return this;
  }

  /// Shades where values are meant to lie.
  public Plot within(double least, double most) {
    plot.addDomainMarker(new IntervalMarker(least, most, SHADE), Layer.BACKGROUND);
    return this;
  }

  /// Curves over a number, each a little beside the others so that none hides another, and a broken
  /// line at `used`, the value that is used elsewhere.
  public static Plot curves(Labels labels, List<Curve> curves, double used) {
    YIntervalSeriesCollection all = new YIntervalSeriesCollection();
    for (int number = 0; number < curves.size(); number++) {
      all.addSeries(series(curves.get(number), number - (curves.size() - 1) / 2.0));
    }
    XYErrorRenderer renderer = renderer(curves.size(), true);
    renderer.setDrawXError(false);
    XYPlot plot = new XYPlot(all, axis(labels.across()), axis(labels.up()), renderer);
    plot.addDomainMarker(new ValueMarker(used, INK, BROKEN));
    return new Plot(framed(plot, labels, true), plot, CURVES_HEIGHT);
  }

  private static YIntervalSeries series(Curve curve, double beside) {
    double width = curve.across().getLast() - curve.across().getFirst();
    YIntervalSeries series = new YIntervalSeries(curve.name());
    for (int i = 0; i < curve.across().size(); i++) {
      Interval at = curve.values().get(i);
      double place = curve.across().get(i) + beside * BESIDE * width;
      series.add(place, at.value(), at.low(), at.high());
    }
    return series;
  }

  private static NumberAxis axis(String label) {
    NumberAxis axis = new NumberAxis(label);
    axis.setAutoRangeIncludesZero(false);
    // What lies at zero is drawn whole, a margin beside the axis.
    axis.setAutoRangeStickyZero(false);
    return axis;
  }

  private static XYErrorRenderer renderer(int series, boolean lines) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDefaultLinesVisible(lines);
    renderer.setErrorStroke(new BasicStroke(1.6f));
    renderer.setCapLength(4);
    for (int i = 0; i < series; i++) {
      renderer.setSeriesPaint(i, COLOURS.get(i % COLOURS.size()));
      renderer.setSeriesShape(i, SHAPES.get(i % SHAPES.size()));
    }
    return renderer;
  }

  private static JFreeChart framed(XYPlot plot, Labels labels, boolean legend) {
    Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(RULE);
    plot.setRangeGridlinePaint(RULE);
    plot.setOutlineVisible(false);
    plot.getDomainAxis().setTickLabelFont(plain);
    plot.getRangeAxis().setTickLabelFont(plain);
    plot.getDomainAxis().setLabelFont(plain);
    plot.getRangeAxis().setLabelFont(plain);
    JFreeChart chart =
        new JFreeChart(labels.title(), plain.deriveFont(Font.BOLD, 15f), plot, legend);
    chart.addSubtitle(new TextTitle(labels.caption(), plain.deriveFont(11f)));
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(10, 10, 10, 20));
    if (chart.getLegend() != null) {
      chart.getLegend().setItemFont(plain);
    }
    return chart;
  }

  /// Writes `name`.png and `name`.svg into `folder`.
  public void write(Path folder, String name) {
    try {
      Files.createDirectories(folder);
      try (OutputStream png = Files.newOutputStream(folder.resolve(name + ".png"))) {
        ChartUtils.writeScaledChartAsPNG(png, chart, WIDTH, height, SCALE, SCALE);
      }
      SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, height);
      graphics.setDefsKeyPrefix(name);
      chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height));
      Files.writeString(
          folder.resolve(name + ".svg"), graphics.getSVGDocument(), StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
