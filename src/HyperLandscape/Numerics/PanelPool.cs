using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HyperLandscape.Numerics;

/// <summary>
/// Panels of one size in one piece of memory outside the heap, which is given back at once, where arrays of that size
/// would wait for a collection. Panels that are never taken cost nothing but addresses.
/// </summary>
internal sealed unsafe class PanelPool<T> : IDisposable
    where T : struct, INumber<T>
{
    private readonly int capacity;
    private readonly Stack<Panel<T>> free = new();
    private Vector512<T>* memory;
    private int made;

    /// <param name="count">Rows of every panel.</param>
    /// <param name="capacity">The largest number of panels that are in use together.</param>
    public PanelPool(int count, int capacity)
    {
        Count = count;
        this.capacity = capacity;
        nuint size = (nuint)sizeof(Vector512<T>);
        memory = (Vector512<T>*)NativeMemory.AlignedAlloc(checked((nuint)count * (nuint)capacity * size), size);
    }

    /// <summary>Rows of every panel.</summary>
    public int Count { get; }

    /// <summary>A panel that holds anything until it is written to.</summary>
    /// <exception cref="InvalidOperationException">All panels are in use.</exception>
    public Panel<T> Take()
    {
        if (free.TryPop(out Panel<T>? panel))
            return panel;
        return made < capacity ? new Panel<T>(this, made++) : throw new InvalidOperationException($"All {capacity} panels are in use.");
    }

    /// <summary>Takes a panel back; nobody may use it any more.</summary>
    public void Return(Panel<T> panel) => free.Push(panel);

    /// <summary>Ends the use of all panels.</summary>
    public void Dispose()
    {
        NativeMemory.AlignedFree(memory);
        memory = null;
    }

    /// <summary>The rows of a panel.</summary>
    public Span<Vector512<T>> Rows(int panel) =>
        memory is null ? throw new ObjectDisposedException(nameof(PanelPool<T>)) : new(memory + ((long)panel * Count), Count);
}
