using System.Numerics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// Improving paths of two steps, each weighted by the inverse of the number of arcs at its middle, S = A D A with
/// D = diag(1 / arcs that leave or enter): what two vertices share counts less where many share it.
/// </summary>
public sealed record AdamicAdar : Proximity
{
    internal override ProximityMatrix Of(ImprovingArcs arcs) => new WeightedPaths(arcs);

    private sealed class WeightedPaths : ProximityMatrix
    {
        private readonly double[] weights;

        public WeightedPaths(ImprovingArcs arcs)
            : base(arcs)
        {
            int[] leaving = arcs.OutDegrees();
            int[] entering = arcs.InDegrees();
            weights = new double[arcs.Count];
            for (int vertex = 0; vertex < weights.Length; vertex++)
                weights[vertex] = leaving[vertex] + entering[vertex] == 0 ? 0 : 1.0 / (leaving[vertex] + entering[vertex]);
        }

        public override void Apply<T>(Panel<T> x, Panel<T> y, Panel<T> scratch, bool transposed)
        {
            Arcs.Multiply(x, scratch, T.Zero, transposed);
            Scale(scratch, weights);
            Arcs.Multiply(scratch, y, T.Zero, transposed);
        }

        public override double SquaredNorm() => SquaredNormOfPaths(vertex => weights[vertex], false);
    }
}
