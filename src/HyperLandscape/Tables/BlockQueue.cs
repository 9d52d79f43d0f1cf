namespace HyperLandscape.Tables;

/// <summary>Hands out the blocks of a table to any number of threads, in order, so that one reads while others parse.</summary>
internal sealed class BlockQueue(BlockReader blocks)
{
    private readonly Lock gate = new();
    private bool closed;

    /// <summary>The next block, or null at the end, or if the queue was closed or a block could not be read.</summary>
    public TextBlock? TryTake()
    {
        lock (gate)
        {
            if (closed)
                return null;
            closed = true; // and stays so for the others if reading throws
            TextBlock? block = blocks.Read();
            closed = block is null;
            return block;
        }
    }

    /// <summary>Hands out no more.</summary>
    public void Close()
    {
        lock (gate)
            closed = true;
    }
}
