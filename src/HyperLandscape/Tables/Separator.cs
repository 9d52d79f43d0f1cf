namespace HyperLandscape.Tables;

/// <summary>What stands between fields.</summary>
internal static class Separator
{
    /// <summary>
    /// Finds the separator in the first line of a file: of comma, semicolon and tab the most frequent one outside
    /// quotes, the comma if there is none.
    /// </summary>
    /// <param name="text">The start of the file.</param>
    /// <param name="ended">Whether that is the whole file.</param>
    /// <param name="separator">What was found.</param>
    /// <returns>False if more of the file is needed, since the first line does not end in it.</returns>
    public static bool TryFind(ReadOnlySpan<byte> text, bool ended, out byte separator)
    {
        ReadOnlySpan<byte> candidates = ",;\t"u8;
        Span<int> counts = stackalloc int[candidates.Length];
        bool quoted = false;
        foreach (byte b in text)
        {
            if (b == '\n' && !quoted)
            {
                ended = true;
                break;
            }

            quoted ^= b == '"';
            int candidate = candidates.IndexOf(b);
            if (candidate >= 0 && !quoted)
                counts[candidate]++;
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
            best = counts[i] > counts[best] ? i : best;
        separator = candidates[best];
        return ended;
    }
}
