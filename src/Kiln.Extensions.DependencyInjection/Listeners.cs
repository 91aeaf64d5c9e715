namespace Kiln.Extensions.DependencyInjection;

/// <summary>Who wants to know of each new model.</summary>
sealed class Listeners<TModel>
{
    readonly List<Action<TModel>> _all = [];

    public IDisposable Add(Action<TModel> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        // A listener that was added twice is two.
        Action<TModel> own = model => listener(model);
        lock (_all)
            _all.Add(own);
        return new Registration(this, own);
    }

    public void Call(TModel model, ModelLog log)
    {
        Action<TModel>[] all;
        lock (_all)
            all = [.. _all];
        foreach (var listener in all)
            try
            {
                listener(model);
            }
            catch (Exception e)
            {
                log.ListenerFailed(e);
            }
    }

    sealed class Registration(Listeners<TModel> listeners, Action<TModel> listener) : IDisposable
    {
        public void Dispose()
        {
            lock (listeners._all)
                listeners._all.Remove(listener);
        }
    }
}
