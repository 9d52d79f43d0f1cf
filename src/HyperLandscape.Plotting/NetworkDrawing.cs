using System.Numerics;
using HyperLandscape.Networks;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace HyperLandscape.Plotting;

/// <summary>
/// A local optima network: a circle per local optimum, its area the size of its basin, its color the fitness; lines are
/// moves, wider the more there are, and arrows where they are few. Funnels are apart, each in a ring: an optimum that reaches
/// several sinks is where its most frequent non-worsening moves lead. Nodes with the best fitness are starred. Of a large network
/// 500 nodes are drawn, the best and those with the largest basins, and about 1,200 edges, the heaviest from each node.
/// </summary>
/// <param name="Network">The network; its <see cref="LocalOptimaNetwork.Monotonic"/> form shows improving moves only.</param>
public sealed record NetworkDrawing(LocalOptimaNetwork Network) : Picture
{
    private const int MostArrows = 120;
    private readonly Lazy<NetworkSelection> selection = new(() => new NetworkSelection(Network));

    /// <summary>False, the default: near is what moves connect. True: height is fitness, funnels stand side by side.</summary>
    public bool Layered { get; init; }

    private protected override Sheet Compose(int width, int height)
    {
        NetworkSelection chosen = selection.Value;
        double[] fitness = [.. chosen.Nodes.Select(node => Network.Fitness(node))];
        var sheet = new Sheet(Theme, width, height)
        {
            Title = "Local optima network",
            Caption = $"{Network}; {Numbers.Count(chosen.Funnels.Length, "funnel")}{(!Layered && chosen.Funnels.Length > 1 ? ", a ring each" : "")}. Area: the basin, up to {Numbers.Count(chosen.Nodes.Max(node => Network.BasinSizes[node]), "configuration")}.{chosen.Remark}",
            Scale = ScaleEnds.OfFitness(Network.Landscape, fitness, Numbers.FitnessOf(Network.Landscape)),
        };
        (double low, double high) = Ranges.Around(fitness, 0.02);
        float across = width - (Layered ? 100 : 30);
        float up = Math.Max(80, height - 180);
        NetworkLayout layout = Layered ? NetworkLayout.ByFitness(chosen, across, up, value => (value - low) / (high - low)) : NetworkLayout.ByForces(chosen, across, up);
        Plot plot = sheet.Add(yLabel: Layered ? Numbers.FitnessOf(Network.Landscape) : "");
        DrawRings(sheet, plot, layout);
        DrawEdges(sheet, plot, chosen, layout);
        DrawNodes(sheet, plot, chosen, layout);
        plot.Axes.Bottom.TickGenerator = new EmptyTickGenerator();
        if (Layered)
            ShowHeights(plot, layout, low, high, across, up);
        else
            ShowAll(plot, layout, new Vector2(across, up));
        return sheet;
    }

    private static void DrawRings(Sheet sheet, Plot plot, NetworkLayout layout)
    {
        if (layout.Rings.Length < 2)
            return;
        foreach ((Vector2 center, Vector2 radii) in layout.Rings)
        {
            var ring = plot.Add.Ellipse(center.X, center.Y, radii.X, radii.Y);
            ring.FillColor = sheet.Muted.WithAlpha(0.07);
            ring.LineColor = sheet.Muted.WithAlpha(0.7);
            ring.LineWidth = 1.2f;
        }
    }

    private void DrawEdges(Sheet sheet, Plot plot, NetworkSelection chosen, NetworkLayout layout)
    {
        double most = chosen.Edges.Max(edge => (double?)edge.Count) ?? 1;
        double alpha = Math.Clamp(5 / Math.Sqrt(chosen.Edges.Length), 0.15, 0.6);
        foreach ((int source, int target, long count) in chosen.Edges.OrderBy(edge => edge.Count))
        {
            float thickness = 0.6f + (2.2f * (float)Math.Sqrt(count / most));
            plot.Add.Plottable(new Arc((layout.Centers[source], layout.Radii[source]), (layout.Centers[target], layout.Radii[target]))
            {
                Color = (IsWorse(chosen, source, target) ? sheet.Group(1) : sheet.Ink).WithAlpha(layout.IsWithinFunnel(source, target) ? alpha : alpha / 2),
                Width = thickness,
                Tip = chosen.Edges.Length <= MostArrows ? 5 + thickness : 0,
            });
        }

        if (chosen.Edges.Any(edge => !IsWorse(chosen, edge.Source, edge.Target)))
            sheet.Key.Add(new KeyEntry("moves to an optimum that is no worse", Line: new LineStyle(2, sheet.Ink.WithAlpha(0.6))));
        if (chosen.Edges.Any(edge => IsWorse(chosen, edge.Source, edge.Target)))
            sheet.Key.Add(new KeyEntry("to a worse one", Line: new LineStyle(2, sheet.Group(1).WithAlpha(0.7))));
    }

    private void DrawNodes(Sheet sheet, Plot plot, NetworkSelection chosen, NetworkLayout layout)
    {
        MarkerStyle star = StarMarker.Style(sheet.Group(4), Colors.Black, chosen.Nodes.Length > 100 ? 14 : 17);
        for (int node = 0; node < chosen.Nodes.Length; node++)
        {
            double fitness = Network.Fitness(chosen.Nodes[node]);
            Vector2 center = layout.Centers[node];
            var circle = plot.Add.Circle(center.X, center.Y, layout.Radii[node]);
            circle.FillColor = sheet.Scale!.Of(fitness);
            circle.LineColor = sheet.Ink.WithAlpha(0.8);
            circle.LineWidth = layout.Radii[node] > 5 ? 1 : 0.6f;
        }

        foreach ((int node, Vector2 center) in layout.Centers.Index().Where(entry => chosen.IsGlobal(entry.Index)))
            plot.Add.Markers((Coordinates[])[new(center.X, center.Y)]).MarkerStyle = star;
        sheet.Key.Add(new KeyEntry("global optimum", star));
        if (chosen.Nodes.Length > NetworkLayout.MostNumbers)
            return;
        for (int node = 0; node < chosen.Nodes.Length; node++)
        {
            Text text = plot.Add.Text(Numbers.Text(Network.Fitness(chosen.Nodes[node])), layout.Centers[node].X, layout.Centers[node].Y - layout.Radii[node] - 2);
            text.LabelFontName = SystemFonts.NameFor("0");
            text.LabelFontSize = Sheet.SmallSize;
            text.LabelFontColor = sheet.Ink;
            text.LabelBackgroundColor = sheet.Background.WithAlpha(0.7);
            text.LabelAlignment = Alignment.UpperCenter;
        }
    }

    /// <summary>Everything, but a few nodes not much enlarged.</summary>
    private static void ShowAll(Plot plot, NetworkLayout layout, Vector2 room)
    {
        plot.HideGrid();
        plot.Axes.Left.TickGenerator = new EmptyTickGenerator();
        plot.Axes.Bottom.FrameLineStyle.IsVisible = false;
        plot.Axes.Left.FrameLineStyle.IsVisible = false;
        Vector2 least = layout.Rings.Select(ring => ring.Center - ring.Radii).Aggregate(Vector2.Min);
        Vector2 most = layout.Rings.Select(ring => ring.Center + ring.Radii).Aggregate(Vector2.Max);
        Vector2 middle = (least + most) / 2;
        Vector2 half = Vector2.Max(((most - least) / 2) + new Vector2(4, 12), room / 3);
        plot.Axes.SetLimits(middle.X - half.X, middle.X + half.X, middle.Y - half.Y, middle.Y + half.Y);
        plot.Axes.SquareUnits();
    }

    private static void ShowHeights(Plot plot, NetworkLayout layout, double low, double high, float width, float height)
    {
        plot.Axes.SetLimits(0, width, 0, height);
        plot.Grid.XAxisStyle.IsVisible = false;
        double step = Math.Pow(10, Math.Floor(Math.Log10(high - low)));
        step /= (high - low) / step is < 2 ? 5 : (high - low) / step < 5 ? 2 : 1;
        var ticks = new NumericManual();
        for (double tick = Math.Ceiling(low / step); tick * step <= high; tick++)
            ticks.AddMajor(layout.Margin + ((height - (2 * layout.Margin)) * ((tick * step) - low) / (high - low)), Numbers.Tick(Math.Round(tick * step, 12) + 0.0));
        plot.Axes.Left.TickGenerator = ticks;
    }

    private bool IsWorse(NetworkSelection chosen, int source, int target)
    {
        double change = Network.Fitness(chosen.Nodes[target]) - Network.Fitness(chosen.Nodes[source]);
        return Network.Landscape.Objective == Objective.Minimize ? change > 0 : change < 0;
    }
}
