using System.Runtime.ExceptionServices;

namespace HyperLandscape.Numerics;

/// <summary>
/// Splits work into blocks of a fixed size, so that results reduced in block order do not depend on the number of
/// threads. The options of the outermost caller (degree, cancellation) apply to everything below it.
/// </summary>
internal static class Workers
{
    /// <summary>Elements per block: fits the caches of one core, and is no matter of the machine.</summary>
    public const int BlockSize = 1 << 15;

    private static readonly AsyncLocal<ParallelOptions?> Current = new();

    /// <summary>On how many threads work may run under the current options.</summary>
    public static int Degree => Current.Value?.MaxDegreeOfParallelism is > 0 and var degree ? degree : Environment.ProcessorCount;

    /// <summary>Runs a body under the given options; work inside that calls <see cref="For(int, Action{int})"/> obeys them.</summary>
    public static T With<T>(ParallelOptions? options, Func<T> body)
    {
        ParallelOptions? before = Current.Value;
        Current.Value = options ?? before;
        try
        {
            Current.Value?.CancellationToken.ThrowIfCancellationRequested();
            return body();
        }
        finally
        {
            Current.Value = before;
        }
    }

    /// <summary>Runs a body for every block, on as many threads as the current options allow.</summary>
    public static void For(int blocks, Action<int> body)
    {
        ParallelOptions options = Current.Value ?? new ParallelOptions();
        if (blocks == 1 || options.MaxDegreeOfParallelism == 1)
        {
            for (int block = 0; block < blocks; block++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                body(block);
            }

            return;
        }

        try
        {
            Parallel.For(0, blocks, options, body);
        }
        catch (AggregateException several) when (several.InnerExceptions.Count > 0)
        {
            // One thread or many, the caller sees the exception that the body threw.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    /// <summary>Number of blocks that so many elements are split into.</summary>
    public static int BlockCount(int elements) => (elements + BlockSize - 1) / BlockSize;

    /// <summary>Runs a body for every block of <see cref="BlockSize"/> elements (the last one shorter), given its start and length.</summary>
    public static void ForBlocks(int elements, Action<int, int> body) =>
        For(BlockCount(elements), block => body(block * BlockSize, Math.Min(BlockSize, elements - (block * BlockSize))));

    /// <summary>Runs a body for every item, each on one thread, and reports the share of finished items.</summary>
    public static void For(int items, ParallelOptions? options, IProgress<double>? progress, Action<int> body)
    {
        options ??= Current.Value ?? new ParallelOptions();
        var alone = new ParallelOptions { MaxDegreeOfParallelism = 1, CancellationToken = options.CancellationToken };
        var gate = new Lock();
        int finished = 0;
        With(options, () =>
        {
            For(items, item =>
            {
                With<object?>(alone, () =>
                {
                    body(item);
                    return null;
                });
                lock (gate) // reports arrive one at a time and ascend
                {
                    int before = Percent(finished, items);
                    int percent = Percent(++finished, items);
                    if (percent > before)
                        progress?.Report(percent / 100.0);
                }
            });
            return true;
        });
    }

    private static int Percent(int finished, int items) => (int)(100L * finished / items);
}
