using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Kiln.Host.Store;

/// <summary>
/// Who holds it trains, and all others wait. It is a file that its holder writes anew every few seconds. That it is held is seen by its changing, not by its time: machines'
/// clocks differ by hours. A killed holder's changes no more, and whoever waits takes it.
/// </summary>
sealed class TrainingLease : IDisposable
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(4);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    readonly StoreFiles _files;
    readonly string _name;
    readonly string _holder = $"{Guid.NewGuid():N}";
    readonly ManualResetEventSlim _ended = new();
    Thread? _beating;
    int _beats;

    TrainingLease(StoreFiles files, string name) => (_files, _name) = (files, name);

    /// <summary>Waits until it is held, or is not needed any longer.</summary>
    /// <param name="files">Where it lies.</param>
    /// <param name="name">What it is called there.</param>
    /// <param name="isDone">Whether what the lease is for is there; asked before each look.</param>
    /// <param name="wait">Is told once that another build holds it.</param>
    /// <returns>Null where it is not needed.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public static TrainingLease? Take(StoreFiles files, string name, Func<bool> isDone, Action wait)
    {
        var lease = new TrainingLease(files, name);
        byte[]? seen = null;
        var unchanged = Stopwatch.StartNew();
        while (!isDone())
        {
            var there = files.Get(name);
            if (there is null ? seen is not null : seen is null || !there.AsSpan().SequenceEqual(seen))
            {
                if (seen is null && IsLease(there!))
                    wait();
                (seen, unchanged) = (there, Stopwatch.StartNew());
            }
            // One that does not change is a killed build's; where there is none and none can be made, the place lies.
            if (there is null ? lease.TryCreate() : unchanged.Elapsed > Patience && lease.Seize(there))
                return lease.UnlessDone(isDone);
            if (there is null && unchanged.Elapsed > Patience)
                throw Lies();
            Thread.Sleep(Look);
        }
        return null;
    }

    /// <summary>Lets go of it: now others find what was made, or may make it.</summary>
    public void Dispose()
    {
        _ended.Set();
        _beating?.Join();
        try
        {
            if (_files.Get(_name) is { } there && IsOwn(there))
                _files.Delete(_name);
        }
        catch (StoreException)
        {
            // Nobody holds it any longer in the eyes of those who wait.
        }
        _ended.Dispose();
    }

    bool TryCreate()
    {
        if (!_files.TryCreate(_name, Content()))
            return false;
        if (!_files.CreatesAlone)
            Thread.Sleep(Look); // Of two that wrote at the same time, the later one's stays.
        return _files.Get(_name) is { } there ? IsOwn(there) && Keep() : throw Lies();
    }

    bool Seize(byte[] dead)
    {
        _files.Put(_name, Content());
        Thread.Sleep(Look);
        return _files.Get(_name) is not { } there || there.AsSpan().SequenceEqual(dead) ? throw Lies() : IsOwn(there) && Keep();
    }

    static StoreException Lies() => new("it does not give what is put there; correct KilnStorePath");

    bool Keep()
    {
        _beating = new(Renew) { IsBackground = true, Name = nameof(TrainingLease) };
        _beating.Start();
        return true;
    }

    /// <summary>Whoever held it before may have finished between the look for what it made and the look for the lease.</summary>
    TrainingLease? UnlessDone(Func<bool> isDone)
    {
        var isHeld = false;
        try
        {
            isHeld = !isDone();
            return isHeld ? this : null;
        }
        finally
        {
            if (!isHeld)
                Dispose();
        }
    }

    void Renew()
    {
        while (!_ended.Wait(Beat))
        {
            try
            {
                if (_files.Get(_name) is { } there && !IsOwn(there))
                    return; // It was taken for a killed build's.
                _beats++;
                _files.Put(_name, Content());
            }
            catch (StoreException)
            {
                // The next beat may come through. What is trained is put there at the end, which tells.
            }
        }
    }

    bool IsOwn(byte[] lease) => Encoding.ASCII.GetString(lease).StartsWith(_holder, StringComparison.Ordinal);

    /// <summary>A server may answer with a page of its own.</summary>
    static bool IsLease(byte[] content) => Guid.TryParseExact(Encoding.ASCII.GetString(content).Split(' ')[0], "N", out _);

    byte[] Content() => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_holder} {_beats}\n"));
}
