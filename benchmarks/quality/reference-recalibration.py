# Slopes and intercepts of recalibration with their intervals, as tests/Kiln.Host.Tests/Evaluation/RecalibrationTests.cs has them, by scipy and numpy alone.
# Takes numpy and scipy: python3 benchmarks/quality/reference-recalibration.py
import numpy as np
from scipy.optimize import minimize
n=200; i=np.arange(n)
p=(((i*37)%199+0.5)/199).astype(np.float32).astype(float)
L=np.log(p/(1-p))
u=((i*61)%197+0.5)/197
y=(u<1/(1+np.exp(-(0.3+0.6*L)))).astype(float)
for name,w in (("equal",np.ones(n)),("weights",1.0+i%3)):
    X=np.c_[np.ones(n),L]
    f=lambda b:np.sum(w*(np.logaddexp(0,X@b)-y*(X@b)))
    b=minimize(f,[0,1],method="BFGS",tol=1e-12,options={"gtol":1e-10}).x
    mu=1/(1+np.exp(-X@b)); A=X.T@(X*(w*mu*(1-mu))[:,None]); s=X*(w*(y-mu))[:,None]; V=np.linalg.inv(A)@(s.T@s)@np.linalg.inv(A)*n/(n-2)
    se=np.sqrt(np.diag(V)); print("binary",name,b, b-1.959963984540054*se, b+1.959963984540054*se)
    x=(10+50*p.astype(np.float32)).astype(np.float32).astype(float); t=(5+0.7*x+x*(u-0.5)/4).astype(np.float32).astype(float)
    X=np.c_[np.ones(n),x]; W=w[:,None]; b=np.linalg.solve(X.T@(W*X),X.T@(w*t)); e=t-X@b; s=X*(w*e)[:,None]; I=np.linalg.inv(X.T@(W*X)); V=I@(s.T@s)@I*n/(n-2); se=np.sqrt(np.diag(V))
    print("regression",name,b,b-1.959963984540054*se,b+1.959963984540054*se)
    P=np.c_[p,(1-p)*0.25,(1-p)*0.75].astype(np.float32).astype(float); c=np.where(u<0.2+0.5*p,0,np.where(u<0.35+0.55*p,1,2)); lp=np.log(P)
    g=lambda b:np.sum(w*(np.log(np.exp(b[0]*lp).sum(1))-b[0]*lp[i,c]))
    b=minimize(g,[1.0],method="BFGS",options={"gtol":1e-10}).x[0]
    q=np.exp(b*lp); q/=q.sum(1,keepdims=True); m=(q*lp).sum(1); H=np.sum(w*((q*lp**2).sum(1)-m**2)); s=w*(lp[i,c]-m); se=np.sqrt(np.sum(s*s)/H**2*n/(n-1))
    print("multi",name,b,b-1.959963984540054*se,b+1.959963984540054*se)
