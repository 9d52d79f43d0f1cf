using System.Runtime.ExceptionServices;

namespace HyperLandscape.Tables;

/// <summary>Hands out the blocks of a table to any number of threads, in order, so that one reads while others parse.</summary>
internal sealed class BlockQueue(BlockReader blocks)
{
    private readonly Lock gate = new();
    private bool closed;
    private ExceptionDispatchInfo? error;

    /// <summary>The next block, or null at the end, or if the queue was closed or a block cannot be read.</summary>
    public TextBlock? TryTake()
    {
        lock (gate)
        {
            try
            {
                TextBlock? block = closed ? null : blocks.Read();
                closed = block is null;
                return block;
            }
            catch (Exception problem) // of any kind, from a stream of the user's: it comes after the errors in the blocks before
            {
                error = ExceptionDispatchInfo.Capture(problem);
                closed = true;
                return null;
            }
        }
    }

    /// <summary>Hands out no more.</summary>
    public void Close()
    {
        lock (gate)
            closed = true;
    }

    /// <summary>Throws why a block cannot be read, if so.</summary>
    public void ThrowError() => error?.Throw();
}
