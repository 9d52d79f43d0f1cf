using HyperLandscape.Numerics;

namespace HyperLandscape.Similarity;

/// <summary>Puts similarity measures to pairs and to sets of landscapes.</summary>
public static class LandscapeComparisons
{
    private const int TileSize = 8;

    /// <summary>Compares two landscapes over the same configurations.</summary>
    /// <exception cref="ArgumentException">The configurations differ; the message says in how many.</exception>
    public static double Compare(this Landscape a, Landscape b, ISimilarityMeasure measure)
    {
        SameConfigurations.Require(a, b);
        return measure.Compare(a, b);
    }

    /// <summary>Compares two landscapes on the configurations that are in both; ranks are taken among these only.</summary>
    /// <exception cref="ArgumentException">The search spaces differ, or no configuration is in both.</exception>
    public static double CompareCommon(this Landscape a, Landscape b, ISimilarityMeasure measure)
    {
        (Landscape commonA, Landscape commonB) = SameConfigurations.Restrict(a, b);
        return measure.Compare(commonA, commonB);
    }

    /// <summary>Compares every two landscapes of a set, in parallel; in both orders unless the measure is symmetric.</summary>
    /// <param name="set">The landscapes, all over the same configurations.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="options">Number of threads and cancellation; the values do not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the finished comparisons, 0 to 1.</param>
    /// <exception cref="ArgumentException">Two landscapes are over different configurations (failed runs).</exception>
    /// <exception cref="OperationCanceledException">The computation was canceled.</exception>
    public static SimilarityMatrix Compare(this LandscapeSet set, ISimilarityMeasure measure, ParallelOptions? options = null, IProgress<double>? progress = null)
    {
        foreach (Landscape landscape in set)
            SameConfigurations.Require(set[0], landscape);

        var values = new double[set.Count, set.Count];
        return Workers.With(options, () =>
        {
            Func<int, int, double> compare = (measure as IMatrixMeasure)?.Prepare(set) ?? ((i, j) => measure.Compare(set[i], set[j]));
            bool symmetric = measure.IsSymmetric;
            (int Row, int Column)[] tiles = [.. Tiles(set.Count, symmetric)];
            Workers.For(tiles.Length, options, progress, tile =>
            {
                (int row, int column) = tiles[tile];
                for (int i = row; i < Math.Min(row + TileSize, set.Count); i++)
                {
                    for (int j = symmetric ? Math.Max(column, i) : column; j < Math.Min(column + TileSize, set.Count); j++)
                    {
                        values[i, j] = compare(i, j);
                        if (symmetric)
                            values[j, i] = values[i, j];
                    }
                }
            });
            return new SimilarityMatrix(set, measure, values);
        });
    }

    /// <summary>Square tiles of pairs, so that the few landscapes of a tile stay in cache; the upper triangle if that is enough.</summary>
    private static IEnumerable<(int Row, int Column)> Tiles(int count, bool upper)
    {
        for (int row = 0; row < count; row += TileSize)
        {
            for (int column = upper ? row : 0; column < count; column += TileSize)
                yield return (row, column);
        }
    }
}
