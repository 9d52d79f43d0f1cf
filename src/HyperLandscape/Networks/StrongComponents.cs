namespace HyperLandscape.Networks;

/// <summary>
/// Strongly connected components (Tarjan 1972) without recursion. They are numbered in the order in which they are complete, so
/// an edge leads to its own component or to one with a smaller number. O(nodes + edges).
/// </summary>
internal static class StrongComponents
{
    public static (int[] Components, int Count) Of(NetworkRows rows)
    {
        int nodes = rows.NodeCount;
        var components = new int[nodes];
        var order = new int[nodes]; // 0 = not seen; otherwise the position in the search
        var lowest = new int[nodes]; // the earliest position known to be reachable within the component
        var nextEdge = new int[nodes];
        var path = new Stack<int>();
        var open = new Stack<int>(); // seen, not yet in a component
        Array.Fill(components, -1);
        int seen = 0;
        int count = 0;
        for (int start = 0; start < nodes; start++)
        {
            if (order[start] == 0)
                Enter(start);
            while (path.TryPeek(out int node))
            {
                ReadOnlySpan<int> targets = rows.Targets(node);
                if (nextEdge[node] < targets.Length)
                {
                    int target = targets[nextEdge[node]++];
                    if (order[target] == 0)
                        Enter(target);
                    else if (components[target] < 0)
                        lowest[node] = Math.Min(lowest[node], order[target]);
                    continue;
                }

                path.Pop();
                if (path.TryPeek(out int parent))
                    lowest[parent] = Math.Min(lowest[parent], lowest[node]);
                if (lowest[node] == order[node])
                    Complete(node);
            }
        }

        return (components, count);

        void Enter(int node)
        {
            order[node] = lowest[node] = ++seen;
            path.Push(node);
            open.Push(node);
        }

        void Complete(int root)
        {
            int member;
            do
            {
                member = open.Pop();
                components[member] = count;
            }
            while (member != root);
            count++;
        }
    }
}
