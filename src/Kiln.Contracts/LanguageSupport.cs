// What the compiler needs to offer `init` and `required` on netstandard2.0.
#pragma warning disable IDE0130
using System.ComponentModel;

namespace System.Runtime.CompilerServices;

[EditorBrowsable(EditorBrowsableState.Never)]
static class IsExternalInit;

[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;
}

[AttributeUsage(AttributeTargets.All, Inherited = false)]
sealed class RequiredMemberAttribute : Attribute;
