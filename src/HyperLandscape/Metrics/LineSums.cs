using HyperLandscape.Graphs;

namespace HyperLandscape.Metrics;

/// <summary>Sums over the neighbours along one hyperparameter.</summary>
internal record struct LineSums
{
    private EdgeSums edges;
    private double differences;
    private double neutrality;
    private long connected;
    private long pairs;
    private long switches;

    /// <summary>All neighbours on a line; values are measured from a center.</summary>
    public void Add(Plane line, double center, double tolerance)
    {
        ReadOnlySpan<int> levels = line.RowLevels;
        int first = 0;
        int end = 0;
        for (int level = 0; level < levels.Length; level++)
        {
            while (levels[level] - levels[first] > line.RowAxis.Reach)
                first++;
            while (end < levels.Length && levels[end] - levels[level] <= line.RowAxis.Reach)
                end++;
            int degree = end - first - 1;
            if (degree == 0)
                continue;

            double value = line.Row(level)[0];
            double neighborSum = 0;
            int neutral = 0;
            for (int other = first; other < end; other++)
            {
                if (other == level)
                    continue;
                double difference = Math.Abs(value - line.Row(other)[0]);
                differences += difference;
                neutral += difference <= tolerance ? 1 : 0;
                neighborSum += line.Row(other)[0] - center;
            }

            edges.Add(value, new EdgeCenters(center, center, center), degree, better: 0, neutral, neighborSum, betterSum: 0);
            neutrality += (double)neutral / degree;
            connected++;
        }
    }

    /// <summary>All neighbours on a line of the numbers of basins.</summary>
    public void AddBasins(Plane line)
    {
        ReadOnlySpan<int> levels = line.RowLevels;
        for (int low = 0; low < levels.Length; low++)
        {
            for (int high = low + 1; high < levels.Length && levels[high] - levels[low] <= line.RowAxis.Reach; high++)
            {
                pairs++;
                switches += line.Row(low)[0] != line.Row(high)[0] ? 1 : 0;
            }
        }
    }

    public readonly HyperparameterRuggedness ToRow(string name) =>
        new(name, differences / edges.Degrees, edges.EdgeCorrelation(), neutrality / connected, (double)switches / pairs);
}
