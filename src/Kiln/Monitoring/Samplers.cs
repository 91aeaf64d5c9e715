namespace Kiln.Monitoring;

/// <summary>The samplers of a monitor, one for each thread that predicts.</summary>
sealed class Samplers(object owner, int rowsAtOnce)
{
    static readonly object Lock = new();
    static readonly List<bool> Taken = [];

    /// <summary>Those of the thread, by the place of their monitor.</summary>
    [ThreadStatic]
    static Sampler?[]? t_samplers;

    readonly int _place = TakePlace();
    Sampler[] _all = [];

    /// <summary>The thread's.</summary>
    public Sampler Current
    {
        get
        {
            var samplers = t_samplers;
            return samplers is not null && (uint)_place < (uint)samplers.Length && samplers[_place] is { } sampler && sampler.Owner == owner ? sampler : Create();
        }
    }

    /// <summary>How many rows all threads counted.</summary>
    public long Rows => Volatile.Read(ref _all).Sum(sampler => sampler.Rows);

    /// <summary>The beginning of another second.</summary>
    public void Renew() => Array.ForEach(Volatile.Read(ref _all), sampler => sampler.Renew());

    /// <summary>Gives the place to the next monitor: a model that is loaded again and again takes no more of them.</summary>
    public void Free()
    {
        lock (Lock)
            Taken[_place] = false;
    }

    Sampler Create()
    {
        if (t_samplers is null || t_samplers.Length <= _place)
            Array.Resize(ref t_samplers, _place + 1);
        var sampler = t_samplers[_place] = new(owner, rowsAtOnce);
        lock (Lock)
            _all = [.. _all, sampler];
        return sampler;
    }

    static int TakePlace()
    {
        lock (Lock)
        {
            var place = Taken.IndexOf(false);
            if (place < 0)
            {
                place = Taken.Count;
                Taken.Add(true);
            }
            Taken[place] = true;
            return place;
        }
    }
}
