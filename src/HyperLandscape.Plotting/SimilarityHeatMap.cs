using HyperLandscape.Similarity;
using ScottPlot;
using ScottPlot.Colormaps;
using ScottPlot.Plottables;

namespace HyperLandscape.Plotting;

/// <summary>
/// A similarity measure for every two landscapes of a set, as colors, in an order in which like stands by like (average
/// linkage clustering of the values, both orders of a pair averaged). Undefined pairs have no color, count as the least
/// alike for the order, and are counted in the caption. Values are written where they fit.
/// </summary>
/// <param name="Matrix">The comparisons; O(n^3) for n landscapes.</param>
public sealed record SimilarityHeatMap(SimilarityMatrix Matrix) : Picture
{
    private protected override Sheet Compose(int width, int height)
    {
        int count = Matrix.Count;
        int[] order = ClusterOrder.Of(Distances());
        double[,] values = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
                values[i, j] = Matrix[order[i], order[j]];
        }

        double[] known = [.. values.Cast<double>().Where(double.IsFinite)];
        int undefined = (count * count) - known.Length;
        string[] names = [.. order.Select(i => Sets.ShortNames(Matrix.Set)[i])];
        float room = height - 190;
        int spacing = Names.Spacing(count, room);
        var sheet = new Sheet(Theme, width, height)
        {
            Title = Matrix.Measure.Name,
            Caption = $"{Sets.Shared(Matrix.Set)}{Numbers.Count(count, "landscape")}, like by like (average linkage); mean of pairs {Numbers.Score(Matrix.MeanOfPairs())}."
                + (undefined > 0 ? $" {Numbers.Count(undefined, "comparison")} undefined, without color." : "")
                + (spacing > 1 ? $" One of {spacing} names is written; a picture {190 + (int)(count * (Sheet.SmallSize + 1))} high has room for all." : ""),
        };
        bool signed = known.Length > 0 && known.Min() < 0;
        sheet.Scale = new ColorScale(signed ? new Balance() : new Viridis(), signed ? -1 : 0, Math.Max(1, known.DefaultIfEmpty(1).Max()), Matrix.Measure.Name);
        Plot plot = sheet.Add();
        if (known.Length > 0)
            AddCells(sheet, plot, values);
        plot.HideGrid();
        Names.Beside(plot, names, width * 0.3f, room);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual();
        plot.Axes.SetLimits(-0.5, count - 0.5, -0.5, count - 0.5);
        float widest = known.Select(value => Lettering.Width(Numbers.Score(value), Sheet.SmallSize)).DefaultIfEmpty(0).Max();
        float across = width - Math.Min(width * 0.3f, names.Max(name => Lettering.Width(name, Sheet.SmallSize))) - 50;
        if (across / count >= widest + 6 && room / count >= Sheet.SmallSize + 8)
            WriteValues(sheet, plot, values);
        return sheet;
    }

    private static void AddCells(Sheet sheet, Plot plot, double[,] values)
    {
        Heatmap map = plot.Add.Heatmap(values);
        map.Colormap = sheet.Scale!.Map;
        map.ManualRange = new ScottPlot.Range(sheet.Scale.Least, sheet.Scale.Most);
        map.NaNCellColor = sheet.Background;
        map.RenderStrategy = new Heatmap.RenderStrategies.Rectangles();
    }

    private static void WriteValues(Sheet sheet, Plot plot, double[,] values)
    {
        int count = values.GetLength(0);
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                bool known = double.IsFinite(values[i, j]);
                Text text = plot.Add.Text(known ? Numbers.Score(values[i, j]) : "–", j, count - 1 - i);
                text.LabelFontName = SystemFonts.NameFor("0");
                text.LabelFontSize = Sheet.SmallSize;
                text.LabelFontColor = !known ? sheet.Muted : sheet.Scale!.Of(values[i, j]).Luminance > 0.45 ? Colors.Black : Colors.White;
                text.LabelAlignment = Alignment.MiddleCenter;
            }
        }
    }

    /// <summary>How unlike two landscapes are. The value of a landscape with itself is the largest of a similarity, the least of a distance.</summary>
    private double[,] Distances()
    {
        int count = Matrix.Count;
        double self = Enumerable.Range(0, count).Select(i => Matrix[i, i]).Where(double.IsFinite).DefaultIfEmpty(1).Average();
        var distances = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                double mean = (Matrix[i, j] + Matrix[j, i]) / 2;
                distances[i, j] = double.IsFinite(mean) ? Math.Abs(self - mean) : 2;
            }
        }

        return distances;
    }
}
