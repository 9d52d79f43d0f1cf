using System.Buffers;
using System.Numerics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// The number of improving paths of two steps, S = A A, or with self-loops of at most two steps, S = (A + I)^2. The
/// latter is what the authors' code computes.
/// </summary>
public sealed record CommonNeighbors : Proximity
{
    /// <summary>Whether every vertex is also one step from itself; true by default.</summary>
    public bool SelfLoops { get; init; } = true;

    internal override ProximityMatrix Of(ImprovingArcs arcs) => new Paths(arcs, SelfLoops);

    private sealed class Paths(ImprovingArcs arcs, bool selfLoops) : ProximityMatrix(arcs)
    {
        public override void Apply<T>(T[] x, T[] y, bool transposed)
        {
            T self = selfLoops ? T.One : T.Zero;
            T[] middle = ArrayPool<T>.Shared.Rent(x.Length);
            try
            {
                Arcs.Multiply(x, middle, self, transposed);
                Arcs.Multiply(middle, y, self, transposed);
            }
            finally
            {
                ArrayPool<T>.Shared.Return(middle);
            }
        }

        public override double SquaredNorm() => SquaredNormOfPaths(vertex => 1, selfLoops);
    }
}
