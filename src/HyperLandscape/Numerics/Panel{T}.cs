using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HyperLandscape.Numerics;

/// <summary>
/// Several vectors side by side, a row of one <see cref="Vector512{T}"/> (16 floats or 8 doubles) per element, so that a
/// sparse product does whole-register work per edge and a row is one cache line. <see cref="PanelPool{T}"/> makes them.
/// </summary>
internal sealed class Panel<T>(PanelPool<T> pool, int number)
    where T : struct, INumber<T>
{
    /// <summary>Number of vectors in a panel.</summary>
    public static int Width => Vector512<T>.Count;

    /// <summary>Number of rows.</summary>
    public int Count => pool.Count;

    /// <summary>The rows.</summary>
    public Span<Vector512<T>> Rows => pool.Rows(number);

    /// <summary>All values, row by row.</summary>
    public Span<T> Values => MemoryMarshal.Cast<Vector512<T>, T>(Rows);

    /// <summary>The value of one vector in one row.</summary>
    public ref T this[int row, int vector] => ref Values[(row * Width) + vector];
}
