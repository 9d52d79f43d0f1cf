using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// Sums over pairs of effects s and s' of the same change of one hyperparameter, at two levels of another: of s s', and
/// of (s^2 + s'^2) / 2. For m effects with sum S and sum of squares Q these are (S^2 - Q) / 2 and (m - 1) Q / 2, so that
/// the pairs need not be visited.
/// </summary>
internal struct EffectAgreement(double products, double squares)
{
    private double products = products;
    private double squares = squares;

    /// <summary>The sum of s s' divided by that of (s^2 + s'^2) / 2, over all changes of all hyperparameters; NaN if no effect differs from 0.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="signs">Whether only the sign of an effect counts.</param>
    public static double Of(Landscape landscape, bool signs)
    {
        NeighborhoodGraph graph = landscape.Graph;
        EffectAgreement sums = (DenseGrid.Of(graph, landscape.LossMemory), signs, graph.IsComplete) switch
        {
            (null, _, _) => OfPlanes(landscape, signs),
            ({ } grid, false, false) => EffectKernel<Off, On>.OfGrid(graph.DistanceAxes, grid),
            ({ } grid, false, true) => EffectKernel<Off, Off>.OfGrid(graph.DistanceAxes, grid),
            ({ } grid, true, false) => EffectKernel<On, On>.OfGrid(graph.DistanceAxes, grid),
            ({ } grid, true, true) => EffectKernel<On, Off>.OfGrid(graph.DistanceAxes, grid),
        };
        return sums.products / sums.squares;
    }

    public readonly void Deconstruct(out double sumOfProducts, out double sumOfSquares) => (sumOfProducts, sumOfSquares) = (products, squares);

    public static EffectAgreement operator +(EffectAgreement a, EffectAgreement b) => new(a.products + b.products, a.squares + b.squares);

    /// <summary>Adds the pairs among the effects of one change.</summary>
    /// <param name="count">Number of effects.</param>
    /// <param name="sum">Their sum.</param>
    /// <param name="squared">The sum of their squares.</param>
    public void Add(int count, double sum, double squared)
    {
        products += ((sum * sum) - squared) / 2;
        squares += (count - 1) * squared / 2;
    }

    private static EffectAgreement OfPlanes(Landscape landscape, bool signs)
    {
        (int Row, int Column)[] pairs = Planes.Pairs(landscape.Graph);
        var sums = new EffectAgreement[pairs.Length];
        Workers.For(pairs.Length, pair =>
        {
            foreach (Plane plane in Planes.Along(landscape.Graph, landscape.LossMemory, pairs[pair].Row, pairs[pair].Column))
            {
                sums[pair].AddChangesOfRow(plane, signs);
                sums[pair].AddChangesOfColumn(plane, signs);
            }
        });
        return sums.Aggregate(default(EffectAgreement), (sum, own) => sum + own);
    }

    private void AddChangesOfRow(Plane plane, bool signs)
    {
        for (int low = 0; low < plane.RowCount; low++)
        {
            for (int high = low + 1; high < plane.RowCount; high++)
            {
                var effects = default(Effects);
                ReadOnlySpan<double> below = plane.Row(low);
                ReadOnlySpan<double> above = plane.Row(high);
                for (int column = 0; column < below.Length; column++)
                    effects.Add(above[column] - below[column], signs);
                Add(effects.Count, effects.Sum, effects.Squares);
            }
        }
    }

    private void AddChangesOfColumn(Plane plane, bool signs)
    {
        for (int left = 0; left < plane.ColumnCount; left++)
        {
            for (int right = left + 1; right < plane.ColumnCount; right++)
            {
                var effects = default(Effects);
                for (int row = 0; row < plane.RowCount; row++)
                    effects.Add(plane.Row(row)[right] - plane.Row(row)[left], signs);
                Add(effects.Count, effects.Sum, effects.Squares);
            }
        }
    }

    private record struct Effects(int Count, double Sum, double Squares)
    {
        public void Add(double effect, bool signs)
        {
            if (double.IsNaN(effect))
                return;
            double value = signs ? Math.Sign(effect) : effect;
            Count++;
            Sum += value;
            Squares += value * value;
        }
    }
}
