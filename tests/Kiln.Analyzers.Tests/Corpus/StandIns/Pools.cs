#pragma warning disable CS1591

namespace Microsoft.Extensions.ObjectPool
{
    public interface IPooledObjectPolicy<T> where T : notnull
    {
        T Create();

        bool Return(T obj);
    }

    public abstract class PooledObjectPolicy<T> : IPooledObjectPolicy<T> where T : notnull
    {
        public abstract T Create();

        public abstract bool Return(T obj);
    }

    public abstract class ObjectPool<T> where T : class
    {
        public abstract T Get();

        public abstract void Return(T obj);
    }

    public class DefaultObjectPool<T>(IPooledObjectPolicy<T> policy) : ObjectPool<T> where T : class
    {
        public override T Get() => policy.Create();

        public override void Return(T obj) => policy.Return(obj);
    }
}

namespace Microsoft.Extensions.ML
{
    using Microsoft.Extensions.DependencyInjection;

    public class PredictionEnginePool<TData, TPrediction> where TData : class where TPrediction : class, new()
    {
        public TPrediction Predict(TData example) => new();

        public TPrediction Predict(string modelName, TData example) => new();
    }

    public sealed class PredictionEnginePoolBuilder<TData, TPrediction>
    {
        public PredictionEnginePoolBuilder<TData, TPrediction> FromFile(string modelName, string filePath, bool watchForChanges) => this;

        public PredictionEnginePoolBuilder<TData, TPrediction> FromFile(string filePath) => this;
    }

    public static class ServiceCollectionExtensions
    {
        public static PredictionEnginePoolBuilder<TData, TPrediction> AddPredictionEnginePool<TData, TPrediction>(this IServiceCollection services)
            where TData : class where TPrediction : class, new() => new();
    }
}
