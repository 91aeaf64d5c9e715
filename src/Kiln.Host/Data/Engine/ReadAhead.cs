using System.Collections.Concurrent;

namespace Kiln.Host.Data.Engine;

/// <summary>Has the next rows made while the last ones are looked at: DuckDB works in whoever asks for them, and with one who asks and looks by turns half a machine stands idle.</summary>
static class ReadAhead
{
    /// <summary>Chunks that wait, where they have few columns.</summary>
    const int Most = 4;

    /// <summary>Columns in all chunks that wait; of a wide source there is one, for it is large.</summary>
    const int MostColumns = 1000;

    /// <summary>The chunks in their order, each gone with the next.</summary>
    /// <param name="next">The next chunk, which belongs to who asks; null at the end.</param>
    /// <param name="columns">How many each has.</param>
    /// <exception cref="EngineException">The rest cannot be read.</exception>
    public static IEnumerable<T> Read<T>(Func<T?> next, int columns) where T : class, IDisposable
    {
        using var ahead = new BlockingCollection<T>(Math.Clamp(MostColumns / columns, 1, Most));
        using var stop = new CancellationTokenSource();
        var reading = Task.Factory.StartNew(() => Fetch(next, ahead, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var chunk in ahead.GetConsumingEnumerable())
                using (chunk)
                    yield return chunk;
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
            while (ahead.TryTake(out var left))
                left.Dispose();
        }
    }

    static void Fetch<T>(Func<T?> next, BlockingCollection<T> ahead, CancellationToken stop) where T : class, IDisposable
    {
        try
        {
            while (!stop.IsCancellationRequested && next() is { } chunk)
                Add(ahead, chunk, stop);
        }
        finally
        {
            ahead.CompleteAdding();
        }
    }

    /// <summary>Nobody wants the rest once it is stopped.</summary>
    static void Add<T>(BlockingCollection<T> ahead, T chunk, CancellationToken stop) where T : IDisposable
    {
        try
        {
            ahead.Add(chunk, stop);
        }
        catch (OperationCanceledException)
        {
            chunk.Dispose();
        }
    }
}
