namespace Kiln.Host.Training.Linear;

/// <summary>Finds where an objective is smallest: L-BFGS (Nocedal and Wright, algorithm 7.5), from 0. The objectives are convex, so there is one place.</summary>
static class Minimum
{
    const int MostSteps = 1000;
    const int Remembered = 10;
    const int MostHalvings = 20;

    // What of the promised descent a step must keep (Armijo).
    const double Kept = 1e-4;

    // How far rounding moves a sum of many rows. Near the optimum slopes still tell what the value no longer does.
    const double Rounding = 1e-13;

    /// <param name="flat">The slopes to stop at, as a share of what they are before anything is known.</param>
    public static double[] Find(Objective objective, double flat)
    {
        var (at, slopes) = (new double[objective.Size], new double[objective.Size]);
        var value = objective.At(at, slopes);
        var memory = new Queue<(double[] Step, double[] Change)>();
        for (var step = 0; step < MostSteps && Largest(slopes) > flat * objective.Scale; step++)
        {
            var direction = Direction(slopes, memory);
            var descent = Dot(direction, slopes);
            var length = memory.Count > 0 ? 1 : 1 / Math.Sqrt(Dot(slopes, slopes));
            var (next, nextSlopes) = (new double[at.Length], new double[at.Length]);
            var nextValue = double.NaN;
            for (var halving = 0; halving < MostHalvings; halving++, length /= 2)
            {
                for (var i = 0; i < at.Length; i++)
                    next[i] = at[i] + length * direction[i];
                nextValue = objective.At(next, nextSlopes);
                if (nextValue <= value + Kept * length * descent + Rounding * Math.Abs(value))
                    break;
                nextValue = double.NaN;
            }
            // As small as double precision can tell.
            if (double.IsNaN(nextValue))
                break;
            Remember(memory, Difference(next, at), Difference(nextSlopes, slopes));
            (at, slopes, value) = (next, nextSlopes, nextValue);
        }
        return at;
    }

    /// <summary>Against the slopes, bent by what the last steps showed of the curvature.</summary>
    static double[] Direction(double[] slopes, Queue<(double[] Step, double[] Change)> memory)
    {
        double[] direction = [.. slopes.Select(slope => -slope)];
        var shares = new Stack<double>();
        foreach (var (step, change) in memory.Reverse())
        {
            shares.Push(Dot(step, direction) / Dot(step, change));
            Add(direction, change, -shares.Peek());
        }
        if (memory.Count > 0)
        {
            var (step, change) = memory.Last();
            var scale = Dot(step, change) / Dot(change, change);
            for (var i = 0; i < direction.Length; i++)
                direction[i] *= scale;
        }
        foreach (var (step, change) in memory)
            Add(direction, step, shares.Pop() - Dot(change, direction) / Dot(step, change));
        return direction;
    }

    static void Remember(Queue<(double[] Step, double[] Change)> memory, double[] step, double[] change)
    {
        // Where the slopes did not change there is nothing to learn of the curvature.
        if (!(Dot(step, change) > 0))
            return;
        if (memory.Count == Remembered)
            memory.Dequeue();
        memory.Enqueue((step, change));
    }

    static void Add(double[] to, double[] vector, double times)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] += times * vector[i];
    }

    static double[] Difference(double[] left, double[] right)
    {
        var difference = new double[left.Length];
        for (var i = 0; i < left.Length; i++)
            difference[i] = left[i] - right[i];
        return difference;
    }

    static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    static double Largest(double[] vector)
    {
        var largest = 0.0;
        foreach (var value in vector)
            largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
