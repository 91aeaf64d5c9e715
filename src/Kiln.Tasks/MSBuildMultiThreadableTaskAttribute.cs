// MSBuild knows this attribute by its full name, whatever assembly defines it; the versions we compile against do not have it yet.
#pragma warning disable IDE0130
namespace Microsoft.Build.Framework;

[AttributeUsage(AttributeTargets.Class, Inherited = false)]
sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
