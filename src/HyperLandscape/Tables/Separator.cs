namespace HyperLandscape.Tables;

/// <summary>What stands between fields.</summary>
internal static class Separator
{
    /// <summary>
    /// The separator of the first line of a file: of comma, semicolon and tab the most frequent one outside quotes, the
    /// comma if there is none.
    /// </summary>
    public static byte Find(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> candidates = ",;\t"u8;
        Span<int> counts = stackalloc int[candidates.Length];
        bool quoted = false;
        foreach (byte b in text)
        {
            if (b == '\n' && !quoted)
                break;
            quoted ^= b == '"';
            int candidate = candidates.IndexOf(b);
            if (candidate >= 0 && !quoted)
                counts[candidate]++;
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
            best = counts[i] > counts[best] ? i : best;
        return candidates[best];
    }
}
