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
    readonly List<Sampler> _all = [];
    long _rowsOfEnded;

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
    public long Rows
    {
        get
        {
            lock (_all)
                return _rowsOfEnded + _all.Sum(sampler => sampler.Rows);
        }
    }

    /// <summary>The beginning of another second. Of threads that have ended only what they counted is kept.</summary>
    public void Renew()
    {
        lock (_all)
        {
            _all.RemoveAll(sampler =>
            {
                var hasEnded = sampler.HasEnded;
                _rowsOfEnded += hasEnded ? sampler.Rows : 0;
                return hasEnded;
            });
            _all.ForEach(sampler => sampler.Renew());
        }
    }

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
        var sampler = t_samplers[_place] = new(owner, Thread.CurrentThread, rowsAtOnce);
        lock (_all)
            _all.Add(sampler);
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
