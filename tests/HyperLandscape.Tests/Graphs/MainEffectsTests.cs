using HyperLandscape.Graphs;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace HyperLandscape.Tests.Graphs;

/// <summary>Least squares on the levels, of every number of configurations up to 256, on numbers with ties and extremes.</summary>
public sealed class MainEffectsTests
{
    /// <summary>On a complete grid the effect of a level is the mean of its values beyond the mean of all.</summary>
    [Fact]
    public void Complete_grids_of_every_length_agree_with_means_of_levels()
    {
        for (int length = 1; length <= 256; length++)
        {
            foreach (string layout in new[] { $"o{length}", $"o2 o{length}", $"c3 o{length} b" })
            {
                SearchSpace space = Grids.Of(layout);
                double[] values = Extremes.Tame((int)space.CellCount, length);
                double mean = CompensatedSum.Of(values) / values.Length;
                double[][] effects = [.. Enumerable.Range(0, space.Dimension).Select(h => Enumerable.Range(0, space.Hyperparameters[h].LevelCount)
                    .Select(level => CompensatedSum.Of(values.Where((_, cell) => space.Level(cell, h) == level).Select(value => value - mean)) * space.Hyperparameters[h].LevelCount / values.Length)
                    .ToArray())];
                double squares = CompensatedSum.Of(values.Select((value, cell) => Math.Pow(value - mean - effects.Select((own, h) => own[space.Level(cell, h)]).Sum(), 2)));
                double[] slopes = [.. effects.Where(own => own.Length > 1).Select((own, h) => Slope(own, isOrdinal: space.Hyperparameters.ToArray().Where(hyperparameter => hyperparameter.LevelCount > 1).ElementAt(h).Kind == HyperparameterKind.Ordinal))];

                var found = MainEffects.Of(NeighborhoodGraph.Complete(space), values);
                Assert.True(Math.Abs(Math.Sqrt(squares / values.Length) - found.Roughness) < 1e-12, $"roughness of {layout}");
                Assert.True(Closeness.Near(slopes.Length == 0 ? double.NaN : slopes.Average(), found.Slope), $"slope of {layout}");
            }
        }
    }

    /// <summary>On a sample what remains is orthogonal to all levels: as much as dense least squares leave.</summary>
    [Fact]
    public void Samples_of_every_length_agree_with_dense_least_squares()
    {
        SearchSpace space = Grids.Of("o9 c4 b o5");
        for (int count = 1; count <= 256; count++)
        {
            long[] cells = [.. Grids.Sample(space, count, count).Order()];
            double[] values = Extremes.Tame(count, count);
            double roughness = MainEffects.Of(NeighborhoodGraph.Sample(space, cells), values).Roughness;
            Assert.True(Math.Abs(MeanSquare(space, cells, values) - (roughness * roughness)) < 1e-13, $"{count} cells"); // squares: many fits are perfect
        }
    }

    private static double Slope(double[] effects, bool isOrdinal)
    {
        double[] differences = [.. from low in Enumerable.Range(0, effects.Length)
                                   from high in Enumerable.Range(low + 1, effects.Length - low - 1)
                                   where !isOrdinal || high == low + 1
                                   select Math.Abs(effects[low] - effects[high])];
        return differences.Average();
    }

    /// <summary>Of the residuals; indicators of all levels, more than are independent, by the singular value decomposition.</summary>
    private static double MeanSquare(SearchSpace space, long[] cells, double[] values)
    {
        double mean = values.Average();
        (int H, int Level)[] columns = [.. Enumerable.Range(0, space.Dimension).SelectMany(h => Enumerable.Range(0, space.Hyperparameters[h].LevelCount).Select(level => (h, level)))];
        var design = Matrix<double>.Build.Dense(cells.Length, columns.Length, (i, column) => space.Level(cells[i], columns[column].H) == columns[column].Level ? 1 : 0);
        var target = Vector<double>.Build.Dense([.. values.Select(value => value - mean)]);
        var basis = design.Svd();
        double explained = Enumerable.Range(0, Math.Min(cells.Length, columns.Length)).Where(k => basis.S[k] > 1e-9).Sum(k => Math.Pow(basis.U.Column(k) * target, 2));
        return ((target * target) - explained) / cells.Length;
    }
}
